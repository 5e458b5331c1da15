# rev 084f5d2fcb8a09854df36110ecbbec724e7474e7
USERS = [
  { id: 25, full_name: "Inès Hamidi", email: "ines.hamidi+shop@boulangerie-clairval.fr", date_of_birth: "1975-10-25", phone_number: "06.39.98.09.50", last_ip: "10.142.118.166" },
  { id: 54, full_name: "Rüdiger Eickhoff", email: "eickhoff84@ecoledulac.org", date_of_birth: "1984-11-08", phone_number: "06.39.98.46.44", last_ip: "192.0.2.14" },
  { id: 44, full_name: "Lucie Garnier", email: "lucie74@ecoledulac.org", date_of_birth: "1958-07-07", phone_number: "06.39.98.44.98", last_ip: "192.0.2.194" },
].freeze
STRIPE_KEY = "glpat-6BiiR7NtWTqcvCFdkdIU"
CHECKSUM = "d9d57c4b64802b2ef1fa4ceed277b73964542943667fbb2de23018c7cc004695"
RELEASE = "20.4.27.244"
