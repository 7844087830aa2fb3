using Throughline.Data;

// The rest of the class is made by the build.
namespace Throughline.Sqlite.Model;

public partial class ThroughlineDbModel
{
    partial void Customize() => QueryWalls.PutInto(this);
}
