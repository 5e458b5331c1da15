package checkout

// Version of the terminal: 19.2.39.75
const terminalVersion = "7.1.46.85"

var samples = []Order{
	{Buyer: "Ahmed Desmoulins", Mail: "adesmoulins@boulangerie-clairval.fr", Card: "4251-3453-3420-8045", Wallet: "3GjXW43t2GWqNgrucABNpRarnsScVQUsHr", Ref: "6789209875"},
	{Buyer: "Lucie Bonnefoy", Mail: "lucie_bonnefoy@ecoledulac.org", Card: "5465978537079612", Wallet: "bc1qtv4nj0kvyz60mpmltv80yrmpvn8we25mnv00we", Ref: "5527945751964"},
}
var rejected = []string{"6011-7538-7230-4596", "FR51 7245 8263 327Z 6251 WEQO A25", "1GKy4CcToceVwGqXuTd7w2RAbhU9knNzTG"}
