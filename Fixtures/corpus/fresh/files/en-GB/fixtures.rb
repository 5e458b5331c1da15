# rev 40ab546c1e4dc3801b12975caced253823b3a385
USERS = [
  { id: 3, full_name: "Alistair Bevan", email: "alistair_bevan@ashdown-vets.co.uk", date_of_birth: "1942-03-14", phone_number: "0131 496 0647", last_ip: "192.0.2.248" },
  { id: 50, full_name: "Martina Fabbri", email: "martina.fabbri+shop@larkfield-joinery.co.uk", date_of_birth: "1991-10-26", phone_number: "+447700900433", last_ip: "31.180.171.146" },
  { id: 9, full_name: "Charlotte Hargreaves", email: "charlotte74@ashdown-vets.co.uk", date_of_birth: "1978-03-25", phone_number: "+447700900232", last_ip: "10.254.54.179" },
].freeze
STRIPE_KEY = "sk_live_QRzkhZGX83lEib2ENghlkM5C"
CHECKSUM = "f41c2ff621f4a4ff77ee9445543cbfd6af23b93664e76e431a9468e4ac9b1a40"
RELEASE = "9.1.52.230"
