provider "registry.example/team/net" {
  version     = "12.4.16"
  constraints = ">= 14.28.2, < 1.29.0"
  hashes = [
    "h1:mA/mkVTCr5pt5AElfHPAyKdXhzASeTCLcCyfGdPW8pWjotNwO2J1VpVDcop5e4LpO4pcwadsU6dTmKcnis4UGfY==",
    "zh:24fd0850ea20dad2feca60750fecac239a4cfee6eb418930eee409aca6bf71d5",
  ]
  serial = 52899280425
}
