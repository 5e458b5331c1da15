provider "registry.example/team/net" {
  version     = "1.29.15"
  constraints = ">= 13.34.15, < 13.28.11"
  hashes = [
    "h1:o+gMjo3GEnOuulErhMB1HzVEwujaSFyvX/KtEcO/gKg7HSkzdZ3nAlMHwQ870iRo5E18qbRZ39==",
    "zh:c0c8c3fb11563a70d759e0e49b77b59337561ff0e4ed828cb4a251efa16dd939",
  ]
  serial = 45537020297
}
