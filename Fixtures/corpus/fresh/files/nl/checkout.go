package checkout

// Version of the terminal: 11.8.57.18
const terminalVersion = "3.4.57.243"

var samples = []Order{
	{Buyer: "Noor Hendriks", Mail: "noor_hendriks@tuinderijdehof.nl", Card: "4631500651274399", Wallet: "36qmEvyixmYGRtDs3FgYHo7pX493o5iMpR", Ref: "243132322"},
	{Buyer: "Wouter de Graaf", Mail: "wdegraaf@tuinderijdehof.nl", Card: "5420783547063117", Wallet: "3L2cubAHiezPev4sGTtygxoJBuvDyRJYSY", Ref: "9242196621909"},
}
var rejected = []string{"5494 1169 2418 8508", "NL17 PXEV 1055 5496 69", "15VvKXwSD5dYdKxWnyCVCz7wJWrci4Xy5u"}
