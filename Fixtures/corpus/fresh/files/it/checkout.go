package checkout

// Version of the terminal: 13.1.0.81
const terminalVersion = "19.8.40.182"

var samples = []Order{
	{Buyer: "Francesca Marchetti", Mail: "fmarchetti@tipografiaaurora.it", Card: "3701 272910 51442", Wallet: "3K5fqZNoZ4FdJYLa5cdoPSdaXGBYydJUT9", Ref: "SO-616610"},
	{Buyer: "Filippo Amadori", Mail: "f.amadori@dentistabruni.it", Card: "5432537972586927", Wallet: "bc1qdwhtsezqy7n9vg6w8gga3fy55mtk2l2v78r9fv", Ref: "7144721875616"},
}
var rejected = []string{"342775149487067", "IT95 N905 4902 619E 42K7 VF1N OW6", "1DRySySees6ADvNn8VmKv1kNBBfzpBt5Ku"}
