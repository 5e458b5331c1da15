package checkout

// Version of the terminal: 23.2.32.240
const terminalVersion = "4.7.33.135"

var samples = []Order{
	{Buyer: "Waltraud Karaca", Mail: "wkaraca@kelterei-sommer.de", Card: "4827380935667641", Wallet: "bc1qxf5vwrsj8c9nmgyq756qhng9qxver0zr98ev32", Ref: "SO-219659"},
	{Buyer: "Jochen Hückel", Mail: "hueckel85@holzbau-riedel.de", Card: "5427362208883023", Wallet: "34rM9kHw23DyCG1diJGQe1S8xV9LmTbrT8", Ref: "5038156965672"},
}
var rejected = []string{"3700 204337 07606", "DE80 9449 2431 5235 9965 13", "1kw8gCDeb4mmKTwpPVwXEChN83pGHp4Vz"}
