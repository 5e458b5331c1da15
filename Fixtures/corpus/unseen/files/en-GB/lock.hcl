provider "registry.example/team/net" {
  version     = "10.18.15"
  constraints = ">= 11.9.17, < 10.0.7"
  hashes = [
    "h1:OtnDhgGOsLwfDUqn7SCKhOx1I7gnlLEpJQxTkj0NuY3TBuSiHLmAAXk+B82etKkfZBCs1QQk36Ao+EK0kKNkrQ4PT1kcpWsp==",
    "zh:68cefe64c59c1e3bd0936a24039a8feaeecd3adec0d9523a2d1eb33e4e6ba7ab",
  ]
  serial = 79967335140
}
