// Revision <<version4>>, <<sha1>>
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "<<name>>";
        public const string Phone = "<<phone>>";
        public const string Iban = "<<iban>>";
        public const string NotIban = "<<bad_iban>>";
        public const long Order = <<digits>>L;
    }
}
