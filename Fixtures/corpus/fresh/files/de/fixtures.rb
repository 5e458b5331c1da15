# rev fb55fdd189606d3a90288780c3fe547b779d64b6
USERS = [
  { id: 22, full_name: "Dörte Bösel", email: "doerte.boesel@holzbau-riedel.de", date_of_birth: "1949-04-28", phone_number: "0351 555-9953", last_ip: "192.168.62.86" },
  { id: 4, full_name: "Malte Cordes", email: "malte.cordes+shop@holzbau-riedel.de", date_of_birth: "1965-01-15", phone_number: "(040) 66969 114", last_ip: "10.202.189.103" },
  { id: 41, full_name: "Manfred Lütjens", email: "manfred.luetjens+shop@kelterei-sommer.de", date_of_birth: "1991-10-05", phone_number: "(040) 66969 646", last_ip: "151.124.80.105" },
].freeze
STRIPE_KEY = "xoxb-309284014296-655616539235-0jjWR9WC4T2TpKlnKlIVsDpz"
CHECKSUM = "038f79ec0f049b7620aec1848e3eea2b03828cd1d2165bbe62e41e195e03a96b"
RELEASE = "13.3.43.151"
