package checkout

// Version of the terminal: <<version4>>
const terminalVersion = "<<version4>>"

var samples = []Order{
	{Buyer: "<<name>>", Mail: "<<email>>", Card: "<<card>>", Wallet: "<<wallet>>", Ref: "<<order>>"},
	{Buyer: "<<2:name>>", Mail: "<<2:email>>", Card: "<<2:card_compact>>", Wallet: "<<2:wallet>>", Ref: "<<ean>>"},
}
var rejected = []string{"<<bad_card>>", "<<bad_iban>>", "<<bad_wallet>>"}
