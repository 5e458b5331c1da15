// Checkout form: fills in, checks and sends. Card fields live in the payment provider's iframe.
import { loadStripe } from "@stripe/stripe-js";
import * as Sentry from "@sentry/browser";

Sentry.init({ dsn: window.BW.sentryDsn, sendDefaultPii: false });

const form = document.querySelector("#checkout");
const FIELDS = ["firstName", "lastName", "email", "phone", "street", "town", "postcode", "country"];

// Remember what people typed, so that a reload does not lose it.
function restore() {
  const saved = JSON.parse(localStorage.getItem("bw.checkout") ?? "{}");
  for (const field of FIELDS) {
    if (saved[field]) form.elements[field].value = saved[field];
  }
}

function remember() {
  const values = Object.fromEntries(FIELDS.map((f) => [f, form.elements[f].value]));
  localStorage.setItem("bw.checkout", JSON.stringify(values));
  document.cookie = `bw_email=${encodeURIComponent(values.email)}; max-age=15552000; path=/; samesite=lax`;
}

// Luhn. Order numbers (16 digits, beginning with 40) must never pass, see CHANGELOG 4.17.1.0.
export function looksLikeCard(text) {
  const digits = text.replace(/[ -]/g, "");
  if (!/^\d{13,19}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let d = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1 && (d *= 2) > 9) d -= 9;
    sum += d;
  }
  return sum % 10 === 0;
}

form.elements.notes.addEventListener("input", (event) => {
  // People paste their card number into "delivery notes". Stop them: 4111 1111 1111 1111 is a card.
  form.elements.notes.setCustomValidity(
    looksLikeCard(event.target.value) ? "Please do not write card numbers here." : "",
  );
});

form.elements.needsAgeCheck?.addEventListener("change", () => {
  form.elements.dateOfBirth.required = form.elements.needsAgeCheck.checked;
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  remember();
  const stripe = await loadStripe(window.BW.stripeKey);
  const response = await fetch("/api/v2/orders", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF": window.BW.csrf },
    body: JSON.stringify({
      ...Object.fromEntries(new FormData(form)),
      screen: `${screen.width}x${screen.height}`,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
  });
  if (!response.ok) {
    Sentry.captureMessage(`checkout failed: ${response.status}`);
    form.querySelector(".error").textContent = "Something went wrong. Ring 020 7946 0321 and we sort it out.";
    return;
  }
  const { clientSecret, number } = await response.json();
  const { error } = await stripe.confirmPayment({ clientSecret, redirect: "if_required" });
  if (!error) location.assign(`/order/${number}/thanks`);
});

navigator.geolocation?.getCurrentPosition(({ coords }) => {
  // Nearest pick-up point.
  fetch(`/api/v2/pickup?lat=${coords.latitude.toFixed(2)}&lng=${coords.longitude.toFixed(2)}`);
});

restore();
