namespace Throughline.Publishing.Tree;

/// <summary>The district's logo as it was when the document was made, picture and all: the document needs nothing beside it.</summary>
/// <param name="File">Its name in addresses, made of its content.</param>
/// <param name="Words">For whoever does not see it.</param>
public sealed record Logo(
    string File,
    string ContentType,
    string Words,
    int Width,
    int Height,
    byte[] Picture
);
