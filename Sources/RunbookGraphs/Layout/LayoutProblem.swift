// What a layout is asked for, and what it gives. Directions are abstract: "along" the flow of the data, "across" it.
// Knows neither runbooks nor pictures.

/// A graph of rectangles in nested boxes; every edge leads from a lower number to a higher one.
struct LayoutProblem {
  struct Item {
    /// Extent along the flow.
    var length: Double
    /// Extent across the flow.
    var breadth: Double
    var box: Int?
    /// Items that lead to this one, each once.
    var sources: [Int]
  }

  struct Box {
    var parent: Int?
  }

  var items: [Item]
  var boxes: [Box]
  var spacing = LayoutSpacing()
}

/// Distances of a layout.
struct LayoutSpacing {
  /// Between neighbours of a rank.
  var betweenItems = 18.0
  /// Between an edge that passes and its neighbours.
  var besidePassage = 9.0
  /// Between ranks.
  var betweenRanks = 56.0
  /// Between a box and what is in it.
  var boxPadding = 14.0
  /// What a box's label needs at the box's beginning, across the flow and along it: one of them is 0.
  var boxHeader = 20.0
  var boxHeaderAlong = 0.0
}

/// Where everything is.
struct Layout {
  struct Span: Hashable {
    var start: Double
    var end: Double
    var middle: Double { (start + end) / 2 }
    var size: Double { end - start }
  }

  struct Place {
    var along: Span
    var across: Span
  }

  /// A point of an edge's way.
  struct Point: Hashable {
    var along: Double
    var across: Double
  }

  /// One stroke: straight lines, and curves where it goes from one rank to the next.
  struct Stroke {
    enum Part {
      case line(Point)
      /// A curve whose ends run along the flow.
      case curve(Point)
    }

    let start: Point
    var parts: [Part]
    /// The item that the data comes from.
    let source: Int
    /// The item that it ends at; nil for a trunk that branches later.
    let target: Int?
  }

  var items: [Place]
  var boxes: [Place]
  var strokes: [Stroke]
  var length: Double
  var breadth: Double
  /// How often edges cross.
  var crossings: Int?
}
