// Looks in arrays that are in order. Knows no elements.

extension Array {
  /// The first index from which on all elements fulfil a condition that none before does.
  func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
