"""FollowTheMoney: what Aleph, OpenSanctions and their users speak."""
