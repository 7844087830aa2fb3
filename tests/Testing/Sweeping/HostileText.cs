namespace Throughline.Testing.Sweeping;

/// <summary>What a person may type to break a page, a file, a mail or a log. All marks are our own, so that a page shows at once what came true.</summary>
public static class HostileText
{
    /// <summary>The name of the element and attribute that no page of ours has.</summary>
    public const string Mark = "x-hostile";

    public static readonly string[] Markup =
    [
        $"\"><{Mark} onmouseover=alert(1)></{Mark}>",
        $"' data-{Mark}='1' onfocus='alert(1)",
        $"\" data-{Mark}=\"1\" autofocus onfocus=\"alert(1)",
        $"</textarea></title></option></script></style><{Mark}>",
        $"<script>document.title='{Mark}';alert(1)</script>",
        $"<img src=x onerror=alert(1) data-{Mark}>",
        $"javascript:alert('{Mark}')",
        $"--><{Mark}><!--",
        $"]]><{Mark}/>&{Mark};<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        $"{{{{constructor.constructor('alert(1)')()}}}} ${{7*7}} <%= 7*7 %> @(7*7) {Mark}",
        $"<svg onload=alert(1)><{Mark}>",
    ];

    public static readonly string[] Formulas =
    [
        $"=cmd|' /C calc'!A0 {Mark}",
        $"+1+1 {Mark}",
        $"-2+3 {Mark}",
        $"@SUM(1+1) {Mark}",
        $"\t=1+1 {Mark}",
        $"\r=1+1 {Mark}",
        $",\"=1+1\",\n=1+1 {Mark}",
        $"\"=1+1 {Mark}",
    ];

    public static readonly string[] Letters =
    [
        $"\u202egnp.exe {Mark}",
        $"a\0b {Mark}",
        $"{Mark} \ud83d lone \ude00",
        $"{Mark}\r\nBcc: victim@hostile.example\r\nX-Hostile: 1\r\n\r\nbody",
        $"{Mark}%0d%0aSet-Cookie: hostile=1",
        $"👩‍👩‍👧‍👦 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤ {Mark}",
        $"\u2028{Mark}\u2029\u0085\ufffe\uffff\u001b[31m",
    ];

    public static readonly string VeryLong = new('x', 65_536);

    public static IEnumerable<string> All => [.. Markup, .. Formulas, .. Letters, VeryLong];
}
