provider "registry.example/team/net" {
  version     = "13.19.6"
  constraints = ">= 6.3.13, < 5.13.16"
  hashes = [
    "h1:gHZX+Q7IoI4gQiyhnAFvQl5gSS4gfvetPa7gq0J/Ntdetr/VieesfS9xuoBuptNcILYNaYooQP1f/5kJOEPecs3KJKajaSp2eAYh4AQgvJ3rNxiqQ6mc0+tRB0qHn6fDPmzkb9oWpBRX8YstqRD3E1apVsY5M28rtC==",
    "zh:fc6bf8964f8d893ceb853fed1a1fe6878d927749e65d6146c4053bebc6718d8c",
  ]
  serial = 46109363397
}
