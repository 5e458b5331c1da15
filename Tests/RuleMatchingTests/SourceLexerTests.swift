// Comments and strings of programs, language by language.
import RulesetModel
import Testing

@testable import RuleMatching

@Suite struct SourceLexerTests {
  /// The class of each place marked by `title`, in order.
  private func classes(_ text: String, _ language: String) -> [LexicalClass?] {
    var copy = text
    copy.makeContiguousUTF8()
    let bytes = copy.utf8Span.span
    let lexer = SourceLexer(bytes, language: language)
    let word = Array("title".utf8)
    var found: [LexicalClass?] = []
    for position in 0..<max(0, bytes.count - word.count + 1)
    where word.indices.allSatisfy({ bytes[position + $0] == word[$0] }) {
      found.append(lexer.lexicalClass(at: position, in: bytes))
    }
    return found
  }

  @Test(arguments: [
    ("javascript", "title = 'title'; // title\n/* title */ `title ${x}` \"a\\\" title\""),
    ("java", "title = \"title\"; // title\n/* title */ \"\"\"\ntitle\"\"\" + \"\\\"title\""),
    ("go", "title = \"title\" // title\n/* title */ `title\n` + 'title'"),
  ])
  func cLike(language: String, text: String) {
    #expect(classes(text, language) == [.identifier, .string, .comment, .comment, .string, .string])
  }

  @Test func pythonAndRuby() {
    #expect(
      classes("title = 'title' # title\n\"\"\"x 'title\n\"\"\"", "python")
        == [.identifier, .string, .comment, .comment])
    #expect(
      classes("title = 'title' # title\n=begin\ntitle\n=end\ntitle", "ruby")
        == [.identifier, .string, .comment, .comment, .identifier])
  }

  @Test func phpIsOnlyBetweenItsMarks() {
    #expect(
      classes("<title><?php title('title'); # title ?> title <?= title ?>", "php")
        == [nil, .identifier, .string, .comment, nil, .identifier])
  }

  @Test func sqlDoublesItsQuotes() {
    #expect(
      classes("select \"title\", title from t where a = 'it''s title' -- title", "sql")
        == [.identifier, .identifier, .string, .comment])
  }

  @Test(
    "What is hard to tell apart",
    arguments: [
      // Templates, and code in them.
      ("javascript", "`a ${title + `b ${title} title`} title` title", "i i s s i"),
      ("javascript", "`\\${title}` `$title` title", "s s i"),
      // Regular expressions and divisions.
      ("javascript", "x = /['\"`]/; title = a / b / 'title'", "i s"),
      ("javascript", "return /[/']title/g.test(title)", "s i"),
      ("javascript", "i++ / 2; title / 'title'", "i s"),
      ("typescript", "if (a) { b }\n/title'/.test(title)", "s i"),
      // Elements.
      (
        "javascript",
        "return <p title=\"title\" on={title}>Don't say title {title} {/* title */}<br/></p>; title",
        "i s i s i c i"
      ),
      ("javascript", "const a = <>it's title<b>title</b></>; 'title'", "s s s"),
      ("typescript", "const a = <T>(title: T) => 'title'; a < title", "i s i"),
      ("javascript", "a = b <title && title> c; // title", "i i c"),
      (
        "javascript",
        "<template><p :a='title'>it's {{ title }}</p></template>\n<script>\ntitle // title\n</script>",
        "s i i c"
      ),
      // Python.
      ("python", "f'{title} title {{title}}' rf\"{a['title']}\" b'title'", "i s s s s"),
      ("python", "def f():\n  \"\"\"About title\"\"\"\n  g(\n  'title'\n  )\n  x = \\\n  'title'", "c s s"),
      ("python", "r'\\' title 'title' # title", "s i s"),
      // Java's comments do not nest; its blocks of text escape.
      ("java", "/* a /* title */ title \"\"\"\n\\\"\"\" title\"\"\" title 'title'", "c i s i s"),
      ("kotlin", "/* /* */ title */ \"$title ${title} title\" \"\"\"\\\"\"\" title", "c i i s i"),
      ("go", "`\\` + title + 'title' // title", "i s c"),
      ("go", "'\"' + title", "i"),
      ("rust", "'\"' title '\\'' title r#\"\" title\"# b'title' &'a title", "i i s i i"),
      ("rust", "/* /* title */ title */ title // title", "c c i c"),
      ("swift", "\"\\(title) title\" #\"\"title\\\"# title \"\"\"\n\"title\"\n\"\"\"", "i s s i s"),
      ("csharp", "@\"\\\" + title + $\"{title} {{title}}\" + @\"\"\"title\" /// title", "i i s s c"),
      ("csharp", "\"\"\"\n\"title\"\n\"\"\" title $@\"\\{title}\" title", "s i i i"),
      // Ruby.
      ("ruby", "a = <<~EOS + title\n it's title #{title}\n EOS\ntitle", "i s i i"),
      ("ruby", "a <<-'X', <<-\"Y\"\n title\n X\n title\n Y\ntitle", "s s i"),
      ("ruby", "list << TITLE; title; x = %w[title [title]] + %q(it's title) + title", "i s s s i"),
      ("ruby", "\"#{title} title\" =~ /title'/ and ?\" + title", "i s s i"),
      ("ruby", "puts /title'/\ntitle / 2 / 'title'\n__END__\ntitle", "s i s -"),
      ("ruby", "=begin\ntitle\n=end\ntitle", "c i"),
      ("ruby", "<p>title <%= title %> it's title <%# title %> title", "- i - c -"),
      // PHP.
      ("php", "<?php $a = <<<EOT\nit's title {$title} $title\n  EOT . title; 'title'", "s i i i s"),
      ("php", "<?php <<<'X'\n$title\nX;\ntitle \"$title title {$a['title']}\"", "s i i s s"),
      ("php", "<?xml title?> <?php #[title]\n# title\ntitle", "- i c i"),
      // SQL: MySQL's dumps, the standard, and quoted names.
      ("sql", "VALUES ('it\\'s title', 'C:\\', title, 'title'); # title", "s i s c"),
      ("sql", "SELECT \"O'Neill\", `title`, 'title' -- title", "i s c"),
    ])
  func hardCases(language: String, text: String, expected: String) {
    let letters: [LexicalClass?: String] = [.identifier: "i", .string: "s", .comment: "c", nil: "-"]
    #expect(classes(text, language).map { letters[$0] ?? "" }.joined(separator: " ") == expected)
  }

  @Test(
    "Depth and repetition cost memory and time in proportion",
    arguments: [
      "`${", "<a b={", "=<a>", "\"$a ", "f'{", "<<~A\n", "%w[", "/* ", "#{\"", "<?php <<<A\n", "=<a1 ",
    ])
  func hostilePrograms(piece: String) {
    for language in ["javascript", "php", "python", "ruby", "kotlin", "csharp", "rust"] {
      _ = classes(String(repeating: piece, count: 20_000), language)
    }
  }

  @Test func nestedCommentsAndLifetimes() {
    #expect(classes("/* a /* b */ title */ title", "swift") == [.comment, .identifier])
    #expect(classes("fn f<'a>(title: &'a str)", "rust") == [.identifier])
  }

  @Test(arguments: ["javascript", "python", "php", "ruby", "sql", "swift", "rust", "cobol"])
  func whatIsNotClosedEndsWithTheText(language: String) {
    for text in ["/* title", "\"title", "'title\\", "`title", "'''title", "<?php /* title", "\\", ""] {
      _ = classes(text, language)
    }
  }

  /// What seems to begin and never ends is looked for so far only: many such marks in a row stay cheap.
  @Test func endsAreLookedForNearby() {
    let expression = String(repeating: "a", count: 5000)
    #expect(classes("x = /aaaa// title", "javascript") == [.identifier])
    #expect(classes("x = /\(expression)// title", "javascript") == [.comment])
    let hashes = String(repeating: "#", count: 255)
    #expect(classes("x = \(hashes)\"a\"\(hashes) title", "swift") == [.identifier])
    #expect(classes("x = \(hashes)#\"a\"\(hashes) title", "swift") == [.identifier])
  }
}
