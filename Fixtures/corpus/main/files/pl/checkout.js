// build 1.17.7 (4092d41)
import { post } from "./http.js";

const STRIPE_KEY = "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";
const RELEASE = "b6eed8aca4ca76a62eb1e1da0f23b0e576412f81";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,1esX9jxOQwMY4qggE1oQGBN8qDXpDANjACXBIFIcdMD47uXakTbzk7Yh+BwlDjUDZr6LIHXD+uzZPfWnoSFdgDi35qCfCTY1MZv3kvlARcZLC==";

export async function pay(cart) {
  const customer = { name: "Ewa Jaworska", email: "e.jaworska@ksiegarnialamus.pl", phone: "+48 12 555 85 27" };
  const place = { lat: 52.036956, "lng": 19.297241 };
  const request = { id: "06053b07-981e-d0b4-ae0b-caf86b7be49a", card: "5115278634654985", iban: "PL55 0920 7156 3236 3256 8816 6235", at: 1699165468551 };
  document.cookie = "session=15B93EEF6C814BBCAD128B8A8D6C7399; path=/";
  return post("https://pay.example/v22/charges", { customer, place, request }, { timeout: 30000 });
}
