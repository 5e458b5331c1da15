# rev 3dbf218072f0fe2c29250eb49187698d40e423ea
USERS = [
  { id: 4, full_name: "Hanna Norén", email: "hanna93@skogsbyn.se", date_of_birth: "1962-11-07", phone_number: "+46701740 651", last_ip: "10.75.48.66" },
  { id: 32, full_name: "Fatma 't Hart", email: "fatma.thart+shop@skogsbyn.se", date_of_birth: "1993-05-01", phone_number: "0701740 607", last_ip: "77.195.233.35" },
  { id: 54, full_name: "Fredrik Lundin", email: "fredrik.lundin@tandlakarnahamnen.se", date_of_birth: "1954-12-17", phone_number: "+46 8 465 004 55", last_ip: "10.131.162.7" },
].freeze
STRIPE_KEY = "glpat-vdMZdXgoazgwd1z8Ho93"
CHECKSUM = "48703402d6db5e1a06458b50717fcf8148da0f16c364cd87368aef4ab225ba26"
RELEASE = "8.6.27.82"
