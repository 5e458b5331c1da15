// The style sheet of pictures: light, and dark where the reader's system asks for it.
// Plain rules without variables, which not every program that shows SVG knows.

enum SVGStyle {
  static let fontFamily = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif"

  static let sheet = """
    text { font-family: \(fontFamily); fill: #1f2937; }
    .page { fill: #ffffff; }
    .heading { font-size: 17px; font-weight: bold; }
    .about, .legend text { font-size: 12px; fill: #4b5563; }
    .box > path { fill: #64748b; fill-opacity: 0.07; stroke: #94a3b8; stroke-width: 1.2; }
    .box > text { font-size: 12px; font-weight: bold; fill: #475569; }
    .edge { fill: none; stroke: #64748b; stroke-width: 1.4; }
    .edge.flow { stroke: #c2410c; stroke-width: 2; stroke-dasharray: 6 3; }
    .tip { fill: #64748b; }
    .tip.flow { fill: #c2410c; }
    .shape { fill: #f8fafc; stroke: #475569; stroke-width: 1.4; }
    .source .shape { fill: #e0f2fe; stroke: #0369a1; }
    .constant .shape, .input .shape, .reuse .shape { fill: #f1f5f9; }
    .detail { fill: none; stroke: #475569; stroke-width: 1.2; }
    .source .detail { stroke: #0369a1; }
    .output .frame { fill: none; stroke: #475569; stroke-width: 6; }
    .output .inset { fill: none; stroke: #ffffff; stroke-width: 3; }
    .sensitive .shape { fill: #ffedd5; stroke: #c2410c; stroke-width: 1.8; }
    .sensitive .detail, .sensitive .frame { stroke: #c2410c; }
    .optional .shape { stroke-dasharray: 2 3; stroke-width: 2; }
    .title { font-size: 13px; font-weight: bold; }
    .way { font-size: 11.5px; }
    .format { font-size: 10.5px; fill: #64748b; }
    .badge, .legend .badge { font-size: 12px; font-weight: bold; fill: #c2410c; }
    .badge.late, .legend .badge.late { fill: #7c3aed; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e5e7eb; }
      .page { fill: #0f172a; }
      .about, .legend text { fill: #9ca3af; }
      .box > path { stroke: #475569; }
      .box > text { fill: #94a3b8; }
      .edge { stroke: #94a3b8; }
      .edge.flow { stroke: #fb923c; }
      .tip { fill: #94a3b8; }
      .tip.flow { fill: #fb923c; }
      .shape { fill: #1e293b; stroke: #94a3b8; }
      .source .shape { fill: #0c4a6e; stroke: #38bdf8; }
      .constant .shape, .input .shape, .reuse .shape { fill: #172033; }
      .detail { stroke: #94a3b8; }
      .source .detail { stroke: #38bdf8; }
      .output .frame { stroke: #94a3b8; }
      .output .inset { stroke: #0f172a; }
      .sensitive .shape { fill: #431407; stroke: #fb923c; }
      .sensitive .detail, .sensitive .frame { stroke: #fb923c; }
      .format { fill: #94a3b8; }
      .badge, .legend .badge { fill: #fb923c; }
      .badge.late, .legend .badge.late { fill: #a78bfa; }
    }
    """

  /// What became of artifacts, after the other rules; a sign on the node says the same.
  static let outcomes = """

    .badge.outcome { fill: #1f2937; }
    .outcome-completed .detail { stroke: #15803d; }
    .outcome-failed .detail { stroke: #b91c1c; }
    .outcome-completed .shape { fill: #dcfce7; stroke: #15803d; }
    .outcome-failed .shape { fill: #fee2e2; stroke: #b91c1c; stroke-width: 2.4; }
    .outcome-skipped .shape, .outcome-not_started .shape { fill: #f8fafc; stroke: #94a3b8; stroke-dasharray: 5 3; }
    .outcome-pending .shape { fill: #fef3c7; stroke: #b45309; }
    .outcome-running .shape { fill: #dbeafe; stroke: #1d4ed8; }
    @media (prefers-color-scheme: dark) {
      .badge.outcome { fill: #e5e7eb; }
      .outcome-completed .detail { stroke: #4ade80; }
      .outcome-failed .detail { stroke: #fca5a5; }
      .outcome-completed .shape { fill: #14532d; stroke: #4ade80; }
      .outcome-failed .shape { fill: #7f1d1d; stroke: #fca5a5; }
      .outcome-skipped .shape, .outcome-not_started .shape { fill: #0f172a; stroke: #64748b; }
      .outcome-pending .shape { fill: #78350f; stroke: #fcd34d; }
      .outcome-running .shape { fill: #1e3a8a; stroke: #93c5fd; }
    }
    """
}
