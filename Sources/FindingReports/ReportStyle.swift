// The style sheet and the script of report pages. Everything that a page needs stands in it.
internal import ComponentKit

package enum ReportStyle {
  package static let sheet = """
    :root { color-scheme: light dark; --ink: #1f2937; --faint: #4b5563; --page: #ffffff; --line: #cbd5e1;
      --soft: #f1f5f9; --link: #1d4ed8; --ok: #15803d; --bad: #b91c1c; --warn: #92400e; --idle: #475569; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e5e7eb; --faint: #a8b3c4; --page: #0f172a;
      --line: #475569; --soft: #1e293b; --link: #93c5fd; --ok: #4ade80; --bad: #fca5a5; --warn: #fcd34d;
      --idle: #a8b3c4; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem; max-width: 80rem; background: var(--page); color: var(--ink);
      font: 15px/1.5 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif; }
    a { color: var(--link); }
    a:focus-visible, input:focus-visible, select:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    .r-skip { position: absolute; left: -100rem; }
    .r-skip:focus { position: static; }
    .r-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    h1 { font-size: 1.6rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.25rem; margin: 2rem 0 .6rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; overflow-wrap: anywhere; }
    nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; }
    dt { color: var(--faint); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .r-status { font-weight: bold; white-space: nowrap; }
    .r-completed { color: var(--ok); } .r-failed { color: var(--bad); }
    .r-skipped, .r-not_started { color: var(--idle); } .r-pending, .r-interrupted, .r-partial { color: var(--warn); }
    .r-running { color: var(--link); }
    .r-note { color: var(--faint); }
    .r-scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
    .r-scroll > svg { display: block; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    caption { text-align: left; color: var(--faint); padding: .3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line);
      overflow-wrap: anywhere; }
    thead th { background: var(--soft); overflow-wrap: break-word; }
    tbody th { font-weight: normal; }
    .r-number { text-align: right; white-space: nowrap; overflow-wrap: normal; }
    .r-track { min-width: 12rem; width: 34%; }
    .r-bar { display: block; height: .9rem; min-width: 3px; margin-top: .25rem; border-radius: 3px;
      background: #64748b; }
    .r-bar.r-critical { background: #c2410c; border: 2px solid #7c2d12; }
    .r-mark { color: var(--warn); font-weight: bold; white-space: nowrap; }
    .r-short { white-space: nowrap; overflow-wrap: normal; }
    .r-filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: .4rem 0; }
    .r-filter[hidden] { display: none; }
    input, select { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--idle);
      border-radius: 4px; padding: .15rem .4rem; }
    code { overflow-wrap: anywhere; }
    @media (max-width: 60rem), print {
      .r-track { min-width: 5rem; width: 18%; }
      th, td { padding: .25rem .35rem; }
      table { font-size: .85rem; }
    }
    @media print {
      :root { color-scheme: light; --ink: #000000; --faint: #333333; --page: #ffffff; --line: #999999;
        --soft: #eeeeee; --ok: #14532d; --bad: #7f1d1d; --warn: #713f12; --idle: #333333; --link: #000000; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      nav, .r-filter, .r-skip { display: none; }
      .r-mark { white-space: normal; }
      .r-scroll { overflow: visible; border: 0; }
      .r-scroll > svg { max-width: 100%; height: auto; }
      .r-bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      thead { display: table-header-group; }
      tr, svg { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
    }
    """

  /// Shows the rows of a table that hold a text and have a category. Without it, all rows are shown.
  package static let script = """
    document.querySelectorAll('[data-filter]').forEach(function (box) {
      var rows = Array.from(document.getElementById(box.dataset.filter).tBodies[0].rows);
      var text = box.querySelector('input'), category = box.querySelector('select');
      var shown = box.querySelector('output');
      function apply() {
        var wanted = text.value.toLowerCase(), count = 0;
        rows.forEach(function (row) {
          var fits = (category.value === '' || row.dataset.category === category.value)
            && row.textContent.toLowerCase().includes(wanted);
          row.hidden = !fits;
          if (fits) count += 1;
        });
        shown.textContent = count + ' of ' + rows.length + ' shown';
      }
      text.addEventListener('input', apply);
      category.addEventListener('change', apply);
      box.hidden = false;
    });
    """

  /// What the page may do (Content Security Policy, level 3): run this one script, and load nothing.
  package static var policy: String {
    let digest = base64(ContentDigest(of: Array(script.utf8)).bytes)
    return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(digest)'; base-uri 'none'; "
      + "form-action 'none'"
  }

  /// RFC 4648, section 4.
  package static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let group = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[$1]) : 0) }
      for place in 0..<4 {
        let isFilled = place <= group.count
        text.append(isFilled ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
