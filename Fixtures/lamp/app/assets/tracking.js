// Runs on every page.
import mixpanel from "mixpanel-browser";

const visitorId = localStorage.getItem("visitor_id") || crypto.randomUUID();
localStorage.setItem("visitor_id", visitorId);
mixpanel.init("project");
mixpanel.identify(visitorId);

document.querySelectorAll("a").forEach((link) =>
  link.addEventListener("click", () => {
    mixpanel.track("click", { href: link.href, referrer: document.referrer, agent: navigator.userAgent });
  })
);

gtag("event", "page_view", { page: location.search });
document.cookie = `veloria_visitor=${visitorId}; path=/`;
