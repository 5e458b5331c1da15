// The outlines of nodes in SVG, one for each kind.

/// A rectangle of a picture, in pixels.
struct PictureFrame {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func inset(by distance: Double) -> PictureFrame {
    PictureFrame(
      x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
  }
}

enum SVGShapes {
  /// The path data of a kind's outline, and of the strokes inside of it.
  static func outline(of kind: GraphNode.Kind, in frame: PictureFrame) -> (outline: String, detail: String) {
    switch kind {
    case .source: cylinder(frame)
    case .process: (rounded(frame, 8), "")
    case .merge: (hexagon(frame), "")
    case .pass: (rounded(frame, frame.height / 2), "")
    case .reuse: (rounded(frame, 2), bars(frame))
    case .execute: (rounded(frame, 2), rounded(frame.inset(by: 4), 2))
    case .constant: note(frame)
    case .input: (flag(frame), "")
    }
  }

  static func rounded(_ frame: PictureFrame, _ radius: Double) -> String {
    let r = min(radius, frame.width / 2, frame.height / 2)
    let (w, h) = (frame.width - 2 * r, frame.height - 2 * r)
    func arc(_ x: Double, _ y: Double) -> String {
      "a\(number(r)) \(number(r)) 0 0 1 \(number(x)) \(number(y))"
    }
    return "M\(number(frame.x + r)) \(number(frame.y))h\(number(w))\(arc(r, r))v\(number(h))\(arc(-r, r))"
      + "h\(number(-w))\(arc(-r, -r))v\(number(-h))\(arc(r, -r))z"
  }

  /// A drum, as databases are drawn.
  private static func cylinder(_ frame: PictureFrame) -> (String, String) {
    let (rx, ry) = (frame.width / 2, 5.0)
    func arc(_ sweep: Int, _ x: Double) -> String {
      "a\(number(rx)) \(number(ry)) 0 0 \(sweep) \(number(x)) 0"
    }
    let top = frame.y + ry
    return (
      "M\(number(frame.x)) \(number(top))\(arc(1, frame.width))v\(number(frame.height - 2 * ry))"
        + "\(arc(1, -frame.width))z", "M\(number(frame.x)) \(number(top))\(arc(0, frame.width))"
    )
  }

  private static func hexagon(_ frame: PictureFrame) -> String {
    let (cut, half) = (12.0, frame.height / 2)
    let long = frame.width - 2 * cut
    return "M\(number(frame.x + cut)) \(number(frame.y))h\(number(long))l\(number(cut)) \(number(half))"
      + "l\(number(-cut)) \(number(half))h\(number(-long))l\(number(-cut)) \(number(-half))z"
  }

  /// Two bars: something taken from elsewhere.
  private static func bars(_ frame: PictureFrame) -> String {
    let (left, right) = (frame.x + 6, frame.x + frame.width - 6)
    return "M\(number(left)) \(number(frame.y))v\(number(frame.height))"
      + "M\(number(right)) \(number(frame.y))v\(number(frame.height))"
  }

  /// A sheet with a folded corner.
  private static func note(_ frame: PictureFrame) -> (String, String) {
    let (fold, right) = (12.0, frame.x + frame.width)
    return (
      "M\(number(frame.x)) \(number(frame.y))H\(number(right - fold))l\(number(fold)) \(number(fold))"
        + "V\(number(frame.y + frame.height))H\(number(frame.x))z",
      "M\(number(right - fold)) \(number(frame.y))v\(number(fold))h\(number(fold))"
    )
  }

  /// A flag that points into the graph.
  private static func flag(_ frame: PictureFrame) -> String {
    let (point, half) = (14.0, frame.height / 2)
    return
      "M\(number(frame.x)) \(number(frame.y))h\(number(frame.width - point))l\(number(point)) \(number(half))"
      + "l\(number(-point)) \(number(half))h\(number(point - frame.width))z"
  }

  /// How far the left side of an outline lies inside its frame, at a distance from the middle.
  static func inset(of kind: GraphNode.Kind, at distance: Double, height: Double) -> Double {
    let half = height / 2
    let offset = min(abs(distance), half)
    switch kind {
    case .merge: return 12 * offset / half
    case .pass: return half - (half * half - offset * offset).squareRoot()
    case .source, .process, .reuse, .constant, .execute, .input: return 0
    }
  }

  /// A coordinate with one decimal place at most.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
  }
}
