provider "registry.example/team/net" {
  version     = "5.3.3"
  constraints = ">= 6.9.6, < 3.25.2"
  hashes = [
    "h1:1mjsPBrevT/h+wZVPW2P+wG+lhRIzPOP3vWj0jZJiHJuXzvWJJ1YKqIMeJtf71MvqVxCHyHxkE0a9AeZgiqVc1iuPLUx/wcDVxVextJ9A6i6X7wuuIOX1JB2ZpqZE4avrV98XSr/rZ9==",
    "zh:728228290fd417f4d4459c50ac6be69ddc5777e47677d866f764e09be44ff36d",
  ]
  serial = 7707649839
}
