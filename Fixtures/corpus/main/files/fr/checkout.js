// build 4.16.1 (c49edb0)
import { post } from "./http.js";

const STRIPE_KEY = "AIza1luGMlGG3MwFf_CTK6joLdlX7sgLpcE9g0n";
const RELEASE = "2e04760a9fde513abe7c6b4710bce0981eb44bea";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,H8KB/zRjE/gQwHhiniFmuLyuX8cIhybsQUTVZVf3FLC7UN0U7OPNBr3SiwOccb5xn0cWP49QGgXd4tdLgiF+M17ucgQINu7D1b7MRBvYtFHq5QLn7t7X9SrAEsgQjKdnD7YkWQtMOkxbwD3Xx8DWLCAehOkKnxvUr==";

export async function pay(cart) {
  const customer = { name: "Aïcha Le Goff", email: "aicha45@maison-verdelet.fr", phone: "07 00 55 79 04" };
  const place = { lat: 46.448980, "lng": 2.318159 };
  const request = { id: "06dae4d6-a9f9-b5a4-f563-72ef5083ec0e", card: "375396165623314", iban: "FR37 7401 6775 47JL ZE43 3UPU 147", at: 1714279777654 };
  document.cookie = "session=5f6b86a968c8bd5010465a2a06a9056b127bbc57; path=/";
  return post("https://pay.example/v24/charges", { customer, place, request }, { timeout: 30000 });
}
