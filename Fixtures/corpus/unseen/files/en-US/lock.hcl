provider "registry.example/team/net" {
  version     = "9.24.13"
  constraints = ">= 3.22.3, < 0.33.0"
  hashes = [
    "h1:tJxdqrHUjPbexQYyUB6iBN8oxoAzWN2A1pBKYeZCTg+MLHzJAdg8K/tofaHF2DEG4nc9T+4tGOMwWdt9rMqwCgdR6O/9hoktERzPCKxEBm6Row96qAKx27072ixl+Cc/ftGUc8cYF0HWO/g3aMrXvvxpMC6BdJgx3Z2==",
    "zh:549bce36c3c1e9e5d89a32fa2775d34a7ac6553cc79086b6768879d70bfdf581",
  ]
  serial = 78173794706
}
