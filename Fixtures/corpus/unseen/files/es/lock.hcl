provider "registry.example/team/net" {
  version     = "5.33.9"
  constraints = ">= 10.38.9, < 3.26.3"
  hashes = [
    "h1:B2mQgkXMf60fwYP2uej9NhX5OUPXa7hcXtqHLa7d51jJofEJvNA/OvcIcP+im8rLAjX8z2oonnmmOr+uNuw+5k0t564x2RItdTi==",
    "zh:e2685ce1fef0b13073040c87256b0cfe673b583b415189aaa92e807a6a66322f",
  ]
  serial = 61050486404
}
