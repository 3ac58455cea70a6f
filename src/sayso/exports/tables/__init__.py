"""Tables: CSV, Parquet, and the columns of both."""
