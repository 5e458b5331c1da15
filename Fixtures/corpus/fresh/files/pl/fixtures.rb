# rev dbf2fcb8e2a0ad4a4f60f29ca83d890ddf745293
USERS = [
  { id: 52, full_name: "Julia Maciejewska", email: "julia.maciejewska+shop@kancelaria-lech.pl", date_of_birth: "1983-10-08", phone_number: "42 555 64 94", last_ip: "192.0.2.28" },
  { id: 5, full_name: "Kinga Borkowska", email: "kinga.borkowska+shop@kancelaria-lech.pl", date_of_birth: "1988-11-24", phone_number: "+48 503 487 988", last_ip: "10.11.121.115" },
  { id: 17, full_name: "Stanisław Rutkowska", email: "srutkowska@ogrodydolina.pl", date_of_birth: "1945-01-14", phone_number: "42 555 93 41", last_ip: "192.168.48.44" },
].freeze
STRIPE_KEY = "xoxb-527006491410-722824464618-RbRX7V0uV6Gsdh2VtG1tFWYN"
CHECKSUM = "d32d07b1fe5e736fda555cd447a08ece3d691c4fe953d758b45fbda3c79b550e"
RELEASE = "16.7.34.152"
