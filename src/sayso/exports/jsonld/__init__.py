"""JSON-LD: schema.org's Claim and Quotation, with PROV for where each comes from."""
