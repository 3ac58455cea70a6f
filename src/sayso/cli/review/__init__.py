"""The verbs of `sayso review`, one file each or one for those that are alike."""
