# rev 1384f2e4e301f2aa29c96d0f629a4db618f0506a
USERS = [
  { id: 49, full_name: "Arianna Fabbri", email: "arianna77@tipografiaaurora.it", date_of_birth: "1965-07-26", phone_number: "+39 045 555 7998", last_ip: "198.51.100.107" },
  { id: 10, full_name: "Michele Parisi", email: "michele.parisi@forno-antico.it", date_of_birth: "1953-11-30", phone_number: "336 3771358", last_ip: "192.0.2.2" },
  { id: 41, full_name: "Samuele Parisi", email: "samuele_parisi@forno-antico.it", date_of_birth: "2004-02-28", phone_number: "+39 346 166 9231", last_ip: "192.168.196.135" },
].freeze
STRIPE_KEY = "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"
CHECKSUM = "d34f803909377419c49d507dbcfa990fc73d0a3296317de45b5e4f1fd8ecb79c"
RELEASE = "18.3.49.205"
