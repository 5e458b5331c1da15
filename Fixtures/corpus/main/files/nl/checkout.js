// build 12.11.19 (10ad52f)
import { post } from "./http.js";

const STRIPE_KEY = "AKIAXXIMLGEZYAKW47H7";
const RELEASE = "2662dfd0e5cc626977ce1a3af6651121b5e6534d";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,7mTCde8Sh3Kqayq9sYT1YH3NLkrVHax6/jVAO5VRRYwQJEPLwSAbnYDs3SUHnWeWcjY24Q6P2AuRMbdB8sjaUG9RfxFvU0LdLN7wyrgbfGFVPQrSPbnhWtV/c==";

export async function pay(cart) {
  const customer = { name: "Femke van 't Hoff", email: "f.vanthoff@kaashandelzuiderzicht.nl", phone: "06 9289 9420" };
  const place = { lat: 52.337867, "lng": 5.382452 };
  const request = { id: "311728b0-af3c-f02d-b688-38176284c839", card: "374972204395345", iban: "NL75 AFVW 2720 3693 10", at: 1620937779506 };
  document.cookie = "session=A1F736ADB839D89C38D64113277BE41B; path=/";
  return post("https://pay.example/v54/charges", { customer, place, request }, { timeout: 30000 });
}
