package checkout

// Version of the terminal: 2.4.27.191
const terminalVersion = "15.0.57.202"

var samples = []Order{
	{Buyer: "Bethany Ferguson", Mail: "bethany_ferguson@ashdown-vets.co.uk", Card: "349422998029504", Wallet: "0xA2B68956A87B9866A88356e7a681cf5f83DcFb8C", Ref: "9382580533"},
	{Buyer: "Benjamin Lightfoot", Mail: "lightfoot86@larkfield-joinery.co.uk", Card: "4540123573990420", Wallet: "bc1q03v0ldyaaclm6z8sg7mpn4qmcwc89wdw9330lx", Ref: "7496491840807"},
}
var rejected = []string{"5149 0702 5895 2312", "GB40 RBDN 2054 7830 0734 56", "1KiFvurpi6mJHN2mB7QcvgC1Ew7va4NCTd"}
