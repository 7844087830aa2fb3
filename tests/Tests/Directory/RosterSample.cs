using System.IO.Compression;
using System.Text;

namespace Throughline.Tests.Directory;

/// <summary>A OneRoster zip whose tables a test can bend.</summary>
sealed class RosterSample
{
    public Dictionary<string, string> Tables { get; } = new(StringComparer.Ordinal);

    public string this[string table]
    {
        get => Tables[table];
        set => Tables[table] = value;
    }

    public static RosterSample Small()
    {
        return new RosterSample
        {
            ["manifest.csv"] =
                "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\n",
            ["orgs.csv"] =
                "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
                + "d1,,,North District,district,00010000,\n"
                + "s1,,,North High,school,00010505,d1\n"
                + "s2,,,North Elementary,school,,d1\n"
                + "a1,,,Science,department,,s1\n",
            ["academicSessions.csv"] =
                "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n"
                + "y1,,,2023-24,schoolYear,2023-09-01,2024-06-20,,2024\n",
            ["users.csv"] =
                "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,grades,password\n"
                + "u1,,,true,s1,student,secretname,Ada,Secretname,a@secretname.org,09,Secretname1\n"
                + "u2,,,true,s1,student,secretname,Ben,Secretname,b@secretname.org,10,Secretname1\n"
                + "u3,,,true,\"s1,s2\",student,secretname,Cy,Secretname,c@secretname.org,KG,Secretname1\n"
                + "u4,,,true,s1,teacher,secretname,Di,Secretname,d@secretname.org,,Secretname1\n"
                + "u5,tobedeleted,,true,s1,student,secretname,Ed,Secretname,e@secretname.org,09,Secretname1\n",
        };
    }

    public RosterSample With(string table, string text)
    {
        Tables[table] = text;
        return this;
    }

    public RosterSample Row(string table, string row)
    {
        Tables[table] += row + "\n";
        return this;
    }

    public byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Tables)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
