// Revision 8.5.25.179, 82b5f6a26b35efdec609a4615b9a00f5ba6f8327
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Göran Engdahl";
        public const string Phone = "+46 (0)31 390 06 98";
        public const string Iban = "SE34 3595 1979 4441 3389 2665";
        public const string NotIban = "SE73 8847 8574 6576 2970 1814";
        public const long Order = 13129060633L;
    }
}
