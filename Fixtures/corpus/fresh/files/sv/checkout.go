package checkout

// Version of the terminal: 5.3.20.182
const terminalVersion = "18.7.43.173"

var samples = []Order{
	{Buyer: "Wilma Lundin", Mail: "lundin00@bageriet-solsidan.se", Card: "6011530045751864", Wallet: "1BL3XX58gG1oGRZ3zNXWSrpideGK4aijcu", Ref: "SO-111107"},
	{Buyer: "Hanna Gustafsson", Mail: "hgustafsson@skogsbyn.se", Card: "36853940153018", Wallet: "0xfEBFaA5102C8C8A9bfDA6340Af5dE4649a65bAb5", Ref: "6691930425687"},
}
var rejected = []string{"2221 2880 8964 1510", "SE80 6820 3405 1822 9620 5632", "147hGZam6xm9quDJNK9FFPSb5RRKEWSJ1j"}
