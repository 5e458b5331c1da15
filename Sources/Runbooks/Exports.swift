// What a program gets with `import Runbooks`: the values that its API speaks in.
@_exported public import CanonicalJSON
@_exported public import Diagnostics
