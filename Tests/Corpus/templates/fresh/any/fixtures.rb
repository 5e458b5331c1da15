# rev <<sha1>>
USERS = [
<<rows 3>>
  { id: <<small>>, full_name: "<<name>>", email: "<<email>>", date_of_birth: "<<dob_iso>>", phone_number: "<<phone>>", last_ip: "<<ip>>" },
<<end>>
].freeze
STRIPE_KEY = "<<api_key>>"
CHECKSUM = "<<sha256>>"
RELEASE = "<<version4>>"
