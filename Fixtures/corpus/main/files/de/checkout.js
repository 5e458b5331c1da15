// build 12.21.19 (80200ea)
import { post } from "./http.js";

const STRIPE_KEY = "AKIABH7UNGSRRLOET4CZ";
const RELEASE = "901b213c68c6eb57ab322604abc6f0513d1c8e66";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,5WF5oJ3ZxXt61XaqdZXNNDTOPPpSQg4dV+hWbEyeEtixLfhgNfPlWu2jVZZOVlV435aJrADJSJxjNAGrsBfWKZqQN3UHn8ppXooC/uC9IsWz60+wa0qKoWDFjuJ2Tr0VsegWksGQv59IusAp+TZW+ayTlXBI6RzD5LVlCBKh1Q5zKffYew34rwd==";

export async function pay(cart) {
  const customer = { name: "Torsten Demirel", email: "torsten.demirel+shop@nordlichtdruck.de", phone: "0171 3920014" };
  const place = { lat: 50.963630, "lng": 9.470772 };
  const request = { id: "fcb24db0-01df-ff5e-1d44-c75c68317c0d", card: "5470731344222286", iban: "DE96791637932529025572", at: 1726490160627 };
  document.cookie = "session=YFJo8e0uvt9t2ipIeMySNjsd8Y7ZvSIO; path=/";
  return post("https://pay.example/v4/charges", { customer, place, request }, { timeout: 30000 });
}
