provider "registry.example/team/net" {
  version     = "14.5.15"
  constraints = ">= 10.37.7, < 10.34.19"
  hashes = [
    "h1:iF7q0/OdsK0rcZQNZwxApZwHYRwWDlTaLTiDbdQ9VWlgBNBGkuM1AifU3qMsOZx9pri3JbWwecA0WdNlIyrCLTtskcuaEHsMlf3ymHrLTmFTEbHXqw05QhjQTZoMPTaqpSW0qMDVH7zUmSL8b+omJ8Fvlk4zyQCVNgR7UL45SraIf6v74Ki6wLwq8PN648k==",
    "zh:7b6dd57364db53a867818b3421237ccf4451a181d1e7fa78fb08888387daec46",
  ]
  serial = 6269685848
}
