// Revision 18.4.30.30, 1f9010464853b86c3a4eb633105a035bddddfa43
namespace Shop.Reports
{
    internal static class Samples
    {
        public const string Customer = "Ewa Dąbrowski";
        public const string Phone = "542 538 178";
        public const string Iban = "PL21 8734 6000 7104 7050 4367 6075";
        public const string NotIban = "PL52 9751 8840 6657 5815 1965 3602";
        public const long Order = 91723473902L;
    }
}
