# rev ef70efde4f73f843bc3ce7664bdc1cf03795ea9c
USERS = [
  { id: 24, full_name: "Noor Hendriks", email: "noor_hendriks@tuinderijdehof.nl", date_of_birth: "1944-07-02", phone_number: "070-5550391", last_ip: "198.51.100.219" },
  { id: 31, full_name: "Koen Koster", email: "koen.koster@notaris-vanburen.nl", date_of_birth: "1960-11-02", phone_number: "040 - 555 71 61", last_ip: "192.168.249.167" },
  { id: 16, full_name: "Fatma Ouali", email: "fatma36@tuinderijdehof.nl", date_of_birth: "1949-04-16", phone_number: "+31 (0)6 87467130", last_ip: "198.51.100.5" },
].freeze
STRIPE_KEY = "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"
CHECKSUM = "5a8f1b5e56275f7b521d7300f5b14a531d82f710137af80f5eaa118b7e8d24b5"
RELEASE = "22.8.50.185"
