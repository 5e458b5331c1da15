package checkout

// Version of the terminal: 23.3.37.98
const terminalVersion = "18.7.3.208"

var samples = []Order{
	{Buyer: "Monique Montoya", Mail: "mmontoya@copperleaf-optics.com", Card: "2720-8810-6362-1146", Wallet: "1ECe3xMhDy5ErHD9Ti9X7sgV6k5M1CsADi", Ref: "2024-01570164"},
	{Buyer: "Kyle Pham", Mail: "k.pham@ridgewaybakery.com", Card: "6011470010191640", Wallet: "3CyyCUdr3cnQy4zonsQJRuoP4f12Mu9ADm", Ref: "2826232003418"},
}
var rejected = []string{"5381 1106 8113 8362", "GB58 FQKM 9167 2901 6378 97", "19QSQZ3MzoRof6v9eT2VxXMWTFxkkNTDGh"}
