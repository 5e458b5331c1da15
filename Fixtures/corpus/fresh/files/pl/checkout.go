package checkout

// Version of the terminal: 7.3.37.186
const terminalVersion = "18.7.35.109"

var samples = []Order{
	{Buyer: "Oleksandr Gołębiowska", Mail: "golebiowska93@kancelaria-lech.pl", Card: "5314081021535992", Wallet: "3GN6qyxqi6WNA5Jgu8qrg7jgLfb1UdEtoF", Ref: "SO-229194"},
	{Buyer: "Kinga Adamczyk", Mail: "adamczyk05@ogrodydolina.pl", Card: "5572635307036954", Wallet: "3DfQUuLDFhf3qcDSjtwzKqUkdPAQ516eeA", Ref: "4419760844417"},
}
var rejected = []string{"2221 4289 7932 8222", "PL96 5841 8154 5695 3802 3099 5119", "1EZLrcK3xhyS71ht5P8eXs8T9VTHKe8VYo"}
