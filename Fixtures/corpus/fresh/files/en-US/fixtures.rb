# rev c29743d2f367c309154d59132ffaf6ee8beb019a
USERS = [
  { id: 8, full_name: "Rosalind Cartwright", email: "rosalind_cartwright@stonebridge-legal.net", date_of_birth: "1995-09-21", phone_number: "+1 (305) 555-0157", last_ip: "178.209.14.220" },
  { id: 10, full_name: "Latoya Pham", email: "latoya_pham@stonebridge-legal.net", date_of_birth: "1955-03-31", phone_number: "1-520-555-0151", last_ip: "198.51.100.125" },
  { id: 47, full_name: "Trevor Rosenthal", email: "trevor.rosenthal@copperleaf-optics.com", date_of_birth: "1995-11-02", phone_number: "206-555-0190", last_ip: "198.51.100.151" },
].freeze
STRIPE_KEY = "xoxb-562661126870-351868899452-8WbmrUY8rYDfCdB2hD4Rmx1u"
CHECKSUM = "6234ad0f39debacd779eede3737fffc6f9c6f6cd656a8c6978816cc99f925581"
RELEASE = "20.7.39.220"
