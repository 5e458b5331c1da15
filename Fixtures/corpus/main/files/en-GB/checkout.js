// build 7.29.16 (f7339ba)
import { post } from "./http.js";

const STRIPE_KEY = "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";
const RELEASE = "6e8cc6beb881ac7d8768e392d8ffce0d78832a1b";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,Hf13wyBz3AxE4czIysxILEw4U6KQEhfEcvsfail/TS8LSC88zO4WBKdYFncgb7XUYMbmELbrAbSrtWcYPXUKdPRlJCXAeyfiQVsnCOp95P0ixpj==";

export async function pay(cart) {
  const customer = { name: "George Thornbury", email: "thornbury03@brindlewick-farm.co.uk", phone: "020 7946 0554" };
  const place = { lat: 52.680772, "lng": -1.483012 };
  const request = { id: "71dc437f-f0ec-a55a-be77-eca3e3cd3eca", card: "4054354771284716", iban: "GB50EWPI61719228264172", at: 1613494491241 };
  document.cookie = "session=4A90B190A4EF9844A7A4BBB08269ACDC; path=/";
  return post("https://pay.example/v21/charges", { customer, place, request }, { timeout: 30000 });
}
