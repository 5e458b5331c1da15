package checkout

// Version of the terminal: 14.3.50.162
const terminalVersion = "14.3.29.146"

var samples = []Order{
	{Buyer: "Unai Echeverría", Mail: "echeverria76@libreria-elfaro.es", Card: "2720 6481 6676 2238", Wallet: "bc1qey7w53l2t5w6jxeve4janpeq5l3sj2wyrcj78k", Ref: "2975036760"},
	{Buyer: "Noelia Bermúdez", Mail: "noelia15@gestoria-prados.es", Card: "5497418535028255", Wallet: "15Wyfcv2yhdZQniTu4qmeCbMuD8UEvTwAV", Ref: "5739370418713"},
}
var rejected = []string{"3718 718251 52459", "ES22 6110 0532 6701 4398 1426", "1LvdecB9AE3wkEYR2EjiNjCSZ2NVjb43PJ"}
