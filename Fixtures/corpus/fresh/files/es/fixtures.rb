# rev 3bf398037cb7430278c69ddaf139749afabf1c96
USERS = [
  { id: 32, full_name: "Estefanía Cifuentes Rey", email: "ecifuentesrey@libreria-elfaro.es", date_of_birth: "2000-06-09", phone_number: "+34 915 623 736", last_ip: "192.168.148.11" },
  { id: 17, full_name: "Héctor Alcántara Gil", email: "hector.alcantaragil@gestoria-prados.es", date_of_birth: "1981-04-22", phone_number: "+34623357231", last_ip: "192.168.249.174" },
  { id: 26, full_name: "Jordi Echeverría", email: "jordi86@huertasdeltormes.com", date_of_birth: "2003-08-07", phone_number: "730 98 92 68", last_ip: "198.51.100.194" },
].freeze
STRIPE_KEY = "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"
CHECKSUM = "154358b0b54013bd6d5398e59d564cc9256d9ea2e10754ee61a55771cd7111b5"
RELEASE = "12.7.6.109"
