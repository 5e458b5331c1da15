provider "registry.example/team/net" {
  version     = "7.15.6"
  constraints = ">= 10.3.0, < 11.19.5"
  hashes = [
    "h1:eaKB7PLqcoaUh0+tUSzmetDzhhkl6ZS7s0zy/xeeGGqrFZP4cMJyUmJhZkMFJSwjBnWS6h9xnuD8==",
    "zh:486fbac9ca56483939ab646ac24a7879c656a0599522a40ebc8791e445021fbb",
  ]
  serial = 2231646413
}
