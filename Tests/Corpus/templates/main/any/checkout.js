// build <<version>> (<<short>>)
import { post } from "./http.js";

const STRIPE_KEY = "<<api_key>>";
const RELEASE = "<<sha1>>";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,<<blob>>";

export async function pay(cart) {
  const customer = { name: "<<name>>", email: "<<email>>", phone: "<<phone>>" };
  const place = { lat: <<gps_json>> };
  const request = { id: "<<uuid>>", card: "<<card_compact>>", iban: "<<iban>>", at: <<epoch_ms>> };
  document.cookie = "session=<<session>>; path=/";
  return post("https://pay.example/v<<small>>/charges", { customer, place, request }, { timeout: 30000 });
}
