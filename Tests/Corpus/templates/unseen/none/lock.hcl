provider "registry.example/team/net" {
  version     = "<<version>>"
  constraints = ">= <<version>>, < <<version>>"
  hashes = [
    "h1:<<blob>>",
    "zh:<<sha256>>",
  ]
  serial = <<digits>>
}
